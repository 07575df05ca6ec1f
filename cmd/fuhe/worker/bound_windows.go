package worker

import (
	"io"
	"os/exec"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// startBound starts a child in a job object that the system ends with us, and that holds the limit of its memory.
func startBound(cmd *exec.Cmd, l Limits) (io.Closer, error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil, err
	}
	info := windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION{}
	info.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	if l.Memory > 0 {
		info.BasicLimitInformation.LimitFlags |= windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY
		info.ProcessMemoryLimit = uintptr(l.Memory)
	}
	if _, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info))); err != nil {
		return nil, closeAfter(job, err)
	}
	if err := cmd.Start(); err != nil {
		return nil, closeAfter(job, err)
	}
	process, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(cmd.Process.Pid))
	if err == nil {
		err = windows.AssignProcessToJobObject(job, process)
		err = closeAfter(process, err)
	}
	if err != nil {
		_ = cmd.Process.Kill() // it is not bound to us, so it must not live
		return nil, closeAfter(job, err)
	}
	return handle(job), nil
}

// closeAfter closes a handle and gives the error there was before.
func closeAfter(h windows.Handle, err error) error {
	if closed := windows.CloseHandle(h); err == nil {
		return closed
	}
	return err
}

type handle windows.Handle

func (h handle) Close() error { return windows.CloseHandle(windows.Handle(h)) }

// limitMemory is done by the job object.
func limitMemory(int64) error { return nil }

// usageOf asks the system what a process has taken.
func usageOf(pid int) usage {
	process, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return usage{}
	}
	defer func() { _ = windows.CloseHandle(process) }() // nothing is lost when it fails
	var created, ended, system, user windows.Filetime
	if windows.GetProcessTimes(process, &created, &ended, &system, &user) != nil {
		return usage{}
	}
	return usage{processor: ticks(system) + ticks(user), known: true}
}

// ticks is a span of time in units of 100 ns.
func ticks(t windows.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100
}

// waiting is the pipe of a child as it is read.
func waiting(in io.Reader) io.Reader { return in }
