// Package journal keeps what a batch has done in one file, so that a run which was stopped in any way goes on where it was.
// Documents go in as they are judged, by the hash of their content; out come what is there already, and at the end all
// documents of a run in the order of its inputs. Each holds what it was made with, so that a change of options makes only
// what it concerns anew. It reads no form and decides nothing.
//
// The file is a SQLite database with a write-ahead log: what was committed is there after a crash, what was not is not.
package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// Journal is an open journal. It may be used by several goroutines.
type Journal struct {
	mu      sync.Mutex
	db      *sql.DB
	conn    *sql.Conn
	began   time.Time // of the open transaction
	pending int       // documents in it
	words   map[string]bool
	run     int64
	saved   map[string]*sql.Stmt
}

// How much may be lost when the machine stops: it is only done again.
const (
	perCommit   = 200
	commitAfter = time.Second
)

const schemaNumber = 1

const schema = `
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, asked TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS words (name TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS contents (key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, format TEXT NOT NULL, status TEXT NOT NULL, code TEXT NOT NULL, forms INTEGER NOT NULL,
	version TEXT NOT NULL, reading TEXT NOT NULL, scoring TEXT NOT NULL, lang TEXT NOT NULL, patience TEXT NOT NULL, password TEXT NOT NULL,
	words TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS paths (run INTEGER NOT NULL, at INTEGER NOT NULL, path BLOB NOT NULL, key TEXT NOT NULL, PRIMARY KEY (run, at)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS written (name TEXT, sha256 TEXT, PRIMARY KEY (name, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);`

// ErrBusy is a journal that another process has open.
var ErrBusy = errors.New("another run has this journal open")

// ErrFull is a disk without room: what was committed stays.
var ErrFull = errors.New("the disk is full")

// ErrDamaged is a file that is no journal, or one that is damaged beyond what its log mends.
var ErrDamaged = errors.New("the journal is damaged")

// Open opens the journal at a path and makes it where there is none.
func Open(ctx context.Context, path string) (*Journal, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	j := &Journal{db: db, words: map[string]bool{}, saved: map[string]*sql.Stmt{}}
	if err := j.open(ctx); err != nil {
		return nil, errors.Join(err, j.close())
	}
	return j, nil
}

func (j *Journal) open(ctx context.Context) (err error) {
	if j.conn, err = j.db.Conn(ctx); err != nil {
		return asKnown(err)
	}
	for _, statement := range []string{"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -8192", "BEGIN IMMEDIATE", schema, "COMMIT"} {
		if _, err := j.conn.ExecContext(ctx, statement); err != nil {
			return asKnown(err)
		}
	}
	var found string
	if err := j.conn.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found); err != nil {
		return asKnown(err)
	}
	if found != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, found)
	}
	number, err := j.Fact(ctx, "schema", fmt.Sprint(schemaNumber))
	if err == nil && number != fmt.Sprint(schemaNumber) {
		return fmt.Errorf("the journal is of another version of fuhe (schema %s, not %d): choose another folder", number, schemaNumber)
	}
	return err
}

// Fact is a value that is made once for a journal and then stays.
func (j *Journal) Fact(ctx context.Context, name, first string) (value string, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, err := j.conn.ExecContext(ctx, "INSERT OR IGNORE INTO facts VALUES (?, ?)", name, first); err != nil {
		return "", asKnown(err)
	}
	err = j.conn.QueryRowContext(ctx, "SELECT value FROM facts WHERE name = ?", name).Scan(&value)
	return value, asKnown(err)
}

// statement is a prepared statement, made when it is first asked for.
func (j *Journal) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if s := j.saved[text]; s != nil {
		return s, nil
	}
	s, err := j.conn.PrepareContext(ctx, text)
	if err != nil {
		return nil, asKnown(err)
	}
	j.saved[text] = s
	return s, nil
}

// begin opens a transaction where there is none.
func (j *Journal) begin(ctx context.Context) error {
	if !j.began.IsZero() {
		return nil
	}
	if _, err := j.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return asKnown(err)
	}
	j.began = time.Now()
	return nil
}

// commit makes what was put since begin last.
func (j *Journal) commit(ctx context.Context) error {
	if j.began.IsZero() {
		return nil
	}
	if _, err := j.conn.ExecContext(ctx, "COMMIT"); err != nil {
		return asKnown(err)
	}
	j.began, j.pending = time.Time{}, 0
	return nil
}

// Commit makes what was put so far last.
func (j *Journal) Commit(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.commit(ctx)
}

// Close commits and closes.
func (j *Journal) Close() error {
	err := j.Commit(context.Background())
	return errors.Join(err, j.close())
}

// Abandon closes without what was not committed.
func (j *Journal) Abandon() error { return j.close() }

func (j *Journal) close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	var errs []error
	for _, s := range j.saved {
		errs = append(errs, s.Close())
	}
	if j.conn != nil {
		errs = append(errs, j.conn.Close())
	}
	return errors.Join(append(errs, j.db.Close())...)
}

// Begin notes a run, whose paths are put from now on.
func (j *Journal) Begin(ctx context.Context, asked string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	r, err := j.conn.ExecContext(ctx, "INSERT INTO runs (started, asked) VALUES (?, ?)", time.Now().UTC().Format(time.RFC3339), asked)
	if err != nil {
		return asKnown(err)
	}
	j.run, err = r.LastInsertId()
	return err
}

// Finish notes that all inputs of the run are done, and drops the paths of those before it.
func (j *Journal) Finish(ctx context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.begin(ctx); err != nil {
		return err
	}
	for _, s := range []string{"UPDATE runs SET finished = strftime('%Y-%m-%dT%H:%M:%SZ') WHERE id = ?", "DELETE FROM paths WHERE run <> ?",
		"DELETE FROM contents WHERE key LIKE 'path:%' AND key NOT IN (SELECT key FROM paths WHERE run = ?)"} {
		if _, err := j.conn.ExecContext(ctx, s, j.run); err != nil {
			return asKnown(err)
		}
	}
	return j.commit(ctx)
}

// LastPaths are the paths of the last run that reached its end, with the keys of their contents.
func (j *Journal) LastPaths(ctx context.Context) (paths, keys []string, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	rows, err := j.conn.QueryContext(ctx, "SELECT path, key FROM paths WHERE run = (SELECT max(id) FROM runs WHERE finished IS NOT NULL) ORDER BY at")
	if err != nil {
		return nil, nil, asKnown(err)
	}
	defer rows.Close()
	for rows.Next() {
		var path []byte
		var key string
		if err := rows.Scan(&path, &key); err != nil {
			return nil, nil, asKnown(err)
		}
		paths, keys = append(paths, string(path)), append(keys, key)
	}
	return paths, keys, asKnown(rows.Err())
}
