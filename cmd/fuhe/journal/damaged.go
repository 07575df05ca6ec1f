package journal

import "context"

// Forget drops a content, so that it is made again.
func (j *Journal) Forget(ctx context.Context, key string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	_, err := j.conn.ExecContext(ctx, "DELETE FROM contents WHERE key = ?", key)
	return asKnown(err)
}
