package output

import "os"

func keep(path, hash string) error { return os.WriteFile(path+":"+signature, []byte(hash), 0o666) }

func kept(path string) (string, bool) {
	hash, err := os.ReadFile(path + ":" + signature)
	return string(hash), err == nil
}
