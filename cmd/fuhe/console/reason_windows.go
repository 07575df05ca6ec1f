package console

import (
	"errors"

	"golang.org/x/sys/windows"
)

// mayBeHeld reports whether a file could not be replaced for a reason that Windows gives where another program has it open.
func mayBeHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// systemWordsHere are what Windows says of files beside what all systems say: the numbers of its errors are its own.
var systemWordsHere = []systemWord{
	{windows.ERROR_SHARING_VIOLATION, "正被其他程序使用"},
	{windows.ERROR_LOCK_VIOLATION, "正被其他程序使用"},
	{windows.ERROR_DISK_FULL, "磁盘已满"},
	{windows.ERROR_HANDLE_DISK_FULL, "磁盘已满"},
	{windows.ERROR_WRITE_PROTECT, "只能读取，不能写入"},
	{windows.ERROR_FILENAME_EXCED_RANGE, "名称过长"},
	{windows.ERROR_INVALID_NAME, "名称不能用"},
	{windows.ERROR_DIRECTORY, "路径中有一段不是文件夹"},
	{windows.ERROR_NOT_READY, "磁盘未就绪"},
	{windows.ERROR_CRC, "磁盘读写出错"},
	{windows.ERROR_BAD_NETPATH, "网络位置找不到"},
	{windows.ERROR_NO_DATA, "接收输出的程序已经结束"},
	{windows.WSAEADDRINUSE, "已被其他程序占用"},
	{windows.WSAEACCES, "没有权限"},
}
