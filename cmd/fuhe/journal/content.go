package journal

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"fuhe"
)

// Made is what a document was made with. Where one of these changes, the documents it concerns are made again.
type Made struct {
	Version  string // of the program
	Reading  string // how pages are read
	Scoring  string // by which rules
	Lang     string // of messages
	Patience string // time and memory for one file
	Password string // a keyed hash of it
}

// Content is one document of the journal.
type Content struct {
	Key    string // of the content, or of a path without any
	SHA256 string
	Format fuhe.Format
	Status fuhe.Status
	Code   fuhe.Code // of the first place not read
	Forms  int
	Made   Made
	Words  []byte // what Body is written in
	Body   []byte // the document, packed
}

// Find is the content of a key without its body; false when there is none.
func (j *Journal) Find(ctx context.Context, key string) (c Content, ok bool, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	s, err := j.statement(ctx, "SELECT sha256, format, status, code, forms, version, reading, scoring, lang, patience, password FROM contents WHERE key = ?")
	if err != nil {
		return c, false, err
	}
	c.Key = key
	err = s.QueryRowContext(ctx, key).Scan(&c.SHA256, &c.Format, &c.Status, &c.Code, &c.Forms,
		&c.Made.Version, &c.Made.Reading, &c.Made.Scoring, &c.Made.Lang, &c.Made.Patience, &c.Made.Password)
	if errors.Is(err, sql.ErrNoRows) {
		return c, false, nil
	}
	return c, err == nil, asKnown(err)
}

// Body is the packed document of a key, with the words it is written in.
func (j *Journal) Body(ctx context.Context, key string) (words, body []byte, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	s, err := j.statement(ctx, "SELECT w.body, c.body FROM contents c JOIN words w ON w.name = c.words WHERE c.key = ?")
	if err != nil {
		return nil, nil, err
	}
	err = s.QueryRowContext(ctx, key).Scan(&words, &body)
	return words, body, asKnown(err)
}

// Put notes the place of a path in the run, and its content unless that is there already (Body nil).
func (j *Journal) Put(ctx context.Context, at int, path string, c Content) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.begin(ctx); err != nil {
		return err
	}
	if c.Body != nil {
		if err := j.keep(ctx, c); err != nil {
			return err
		}
	}
	s, err := j.statement(ctx, "INSERT OR REPLACE INTO paths VALUES (?, ?, ?, ?)")
	if err != nil {
		return err
	}
	if _, err := s.ExecContext(ctx, j.run, at, []byte(path), c.Key); err != nil {
		return asKnown(err)
	}
	if j.pending++; j.pending >= perCommit || time.Since(j.began) > commitAfter {
		return j.commit(ctx)
	}
	return nil
}

// keep writes a content.
func (j *Journal) keep(ctx context.Context, c Content) error {
	name := wordsName(c.Words)
	if !j.words[name] {
		if _, err := j.conn.ExecContext(ctx, "INSERT OR IGNORE INTO words VALUES (?, ?)", name, c.Words); err != nil {
			return asKnown(err)
		}
		j.words[name] = true
	}
	s, err := j.statement(ctx, "INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	m := c.Made
	_, err = s.ExecContext(ctx, c.Key, c.SHA256, string(c.Format), string(c.Status), string(c.Code), c.Forms,
		m.Version, m.Reading, m.Scoring, m.Lang, m.Patience, m.Password, name, c.Body)
	return asKnown(err)
}

// Touch notes that a content is right for what it would be made with now.
func (j *Journal) Touch(ctx context.Context, key string, m Made) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.begin(ctx); err != nil {
		return err
	}
	s, err := j.statement(ctx, "UPDATE contents SET reading = ?, scoring = ?, lang = ?, patience = ?, password = ? WHERE key = ?")
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, m.Reading, m.Scoring, m.Lang, m.Patience, m.Password, key)
	return asKnown(err)
}

// Each hands over the packed documents of the run in the order of its inputs. The same key comes once for each of its paths.
func (j *Journal) Each(ctx context.Context, visit func(path string, c Content) error) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.commit(ctx); err != nil {
		return err
	}
	rows, err := j.conn.QueryContext(ctx, `SELECT p.path, c.key, c.sha256, c.status, w.body, c.body FROM paths p JOIN contents c ON c.key = p.key JOIN words w ON w.name = c.words
		WHERE p.run = ? ORDER BY p.at`, j.run)
	if err != nil {
		return asKnown(err)
	}
	defer rows.Close()
	for rows.Next() {
		var path []byte
		var c Content
		if err := rows.Scan(&path, &c.Key, &c.SHA256, &c.Status, &c.Words, &c.Body); err != nil {
			return asKnown(err)
		}
		if err := visit(string(path), c); err != nil {
			return err
		}
	}
	return asKnown(rows.Err())
}

// Named hands over what every path of the run came to, in the order of its inputs, without what was read.
func (j *Journal) Named(ctx context.Context, visit func(path string, status fuhe.Status)) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.commit(ctx); err != nil {
		return err
	}
	rows, err := j.conn.QueryContext(ctx, "SELECT p.path, c.status FROM paths p JOIN contents c ON c.key = p.key WHERE p.run = ? ORDER BY p.at", j.run)
	if err != nil {
		return asKnown(err)
	}
	defer rows.Close()
	for rows.Next() {
		var path []byte
		var status fuhe.Status
		if err := rows.Scan(&path, &status); err != nil {
			return asKnown(err)
		}
		visit(string(path), status)
	}
	return asKnown(rows.Err())
}

// Wrote reports whether an output of that name and hash was written by a run of this journal. One that cannot be looked up
// was not.
func (j *Journal) Wrote(ctx context.Context, name, sum string) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	var n int
	err := j.conn.QueryRowContext(ctx, "SELECT count(*) FROM written WHERE name = ? AND sha256 = ?", name, sum).Scan(&n)
	return err == nil && n > 0
}

// Write notes an output that is about to be put in its place.
func (j *Journal) Write(ctx context.Context, name, sum string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	_, err := j.conn.ExecContext(ctx, "INSERT OR IGNORE INTO written VALUES (?, ?)", name, sum)
	return asKnown(err)
}

// asKnown names the errors that a caller acts on.
func asKnown(err error) error {
	if err == nil {
		return nil
	}
	code := 0
	var e *sqlite.Error
	if errors.As(err, &e) {
		code = e.Code() & 0xFF
	}
	switch {
	case code == sqlite3.SQLITE_FULL, strings.Contains(err.Error(), "no space left on device"):
		return errors.Join(ErrFull, err)
	case code == sqlite3.SQLITE_BUSY, code == sqlite3.SQLITE_LOCKED:
		return errors.Join(ErrBusy, err)
	case code == sqlite3.SQLITE_CORRUPT, code == sqlite3.SQLITE_NOTADB:
		return errors.Join(ErrDamaged, err)
	}
	return err
}
