package worker

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// startBound starts a child that the system kills when we end, however we end. The system ties that to the thread that
// started it, so the thread lives as long as the child does.
func startBound(cmd *exec.Cmd, _ Limits) (io.Closer, error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	started, over := make(chan error), make(chan struct{})
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			<-over
		}
	}()
	return closer(over), <-started
}

type closer chan struct{}

func (c closer) Close() error { close(c); return nil }

// waiting is the pipe of a child, read in a way that keeps no thread: where one waits in the system for the next job, the
// runtime looks after it all the time that a job takes, some ten thousand times in a second. Anything else is read as it is.
func waiting(in io.Reader) io.Reader {
	f, ok := in.(*os.File)
	if !ok {
		return in
	}
	if stat, err := f.Stat(); err != nil || stat.Mode()&os.ModeNamedPipe == 0 {
		return in
	}
	fd := f.Fd()
	if err := syscall.SetNonblock(int(fd), true); err != nil {
		return in
	}
	return os.NewFile(fd, f.Name())
}

// limitMemory has the system refuse this process more writable memory than that. Address space that is only kept free,
// which the runtime takes much of, does not count.
func limitMemory(most int64) error {
	limit := syscall.Rlimit{Cur: uint64(most), Max: uint64(most)}
	return syscall.Setrlimit(syscall.RLIMIT_DATA, &limit)
}

// ticksPerSecond is what the kernel gives times of processes in, on every machine there is.
const ticksPerSecond = 100

// usageOf reads what a process has taken from /proc.
func usageOf(pid int) usage {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return usage{}
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:]) // the name of the program may hold blanks
	const user, system, resident = 11, 12, 21                       // counted behind the name
	if len(fields) <= resident {
		return usage{}
	}
	number := func(i int) int64 { n, _ := strconv.ParseInt(string(fields[i]), 10, 64); return n }
	return usage{
		processor: time.Duration(number(user)+number(system)) * (time.Second / ticksPerSecond),
		memory:    number(resident) * int64(os.Getpagesize()),
		known:     true,
	}
}
