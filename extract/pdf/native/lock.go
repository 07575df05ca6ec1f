package native

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"slices"
)

// lock is what an encrypted file says of its passwords: whoever has one finds the key of the file by it.
type lock struct {
	revision                int64
	bytes                   int // of the key
	owner, user             []byte
	ownerSecret, userSecret []byte // the key, encrypted by each password; from revision 5 on
	permissions             uint32
	file                    string // the first identifier of the file
	metadataInClear         bool
}

const (
	hashBytes   = 32  // of O and U, before
	saltBytes   = 8   // the salt of the password and that of the key
	oldPassword = 32  // bytes of a password that count, up to revision 4,
	newPassword = 127 // and from 5 on
)

func newLock(d value, file string) (*lock, error) {
	if handler := d.key("Filter").name(); handler != "Standard" {
		return nil, strange("filter", handler)
	}
	version, bits := d.key("V").integer(), d.key("Length").integer()
	l := &lock{revision: d.key("R").integer(), owner: []byte(d.key("O").bytes()), user: []byte(d.key("U").bytes()),
		ownerSecret: []byte(d.key("OE").bytes()), userSecret: []byte(d.key("UE").bytes()),
		permissions: uint32(d.key("P").integer()), file: file, bytes: 5}
	m := d.key("EncryptMetadata")
	l.metadataInClear = m.o.kind == boolean && !m.isTrue()
	switch {
	case version == 2 && bits != 0:
		l.bytes = int(bits / 8)
	case version == 4:
		l.bytes = bytesOfFilter(d)
	case version == 5:
		l.bytes = 32
	}
	switch {
	case l.bytes < 5 || l.bytes > 16 && version != 5 || bits%8 != 0:
		return nil, strange("key", bits)
	case l.revision < 2 || l.revision > 6 || l.revision >= 5 != (version == 5):
		return nil, strange("revision", l.revision)
	}
	room := oldPassword
	if version == 5 {
		room = hashBytes + 2*saltBytes
		if len(l.ownerSecret) < hashBytes || len(l.userSecret) < hashBytes {
			return nil, garbled("its encryption lacks the key")
		}
	}
	if len(l.owner) < room || len(l.user) < room {
		return nil, garbled("its encryption lacks what tells passwords")
	}
	l.owner, l.user = l.owner[:room], l.user[:room]
	return l, nil
}

// bytesOfFilter is how long the key is that a filter of strings and streams takes: some writers tell it in bits.
func bytesOfFilter(d value) int {
	filter := d.key("CF").key(d.key("StmF").name())
	bits := filter.key("Length").integer()
	switch {
	case filter.key("CFM").name() != "V2":
		return 16
	case bits == 0:
		bits = d.key("Length").integer()
	case bits < 40:
		bits *= 8
	}
	if bits == 0 {
		bits = 128
	}
	return int(bits / 8)
}

// open is the key of the file, by the password of its user or its owner; nil when it is neither.
func (l *lock) open(password string) []byte {
	if l.revision >= 5 {
		return l.openNew([]byte(password))
	}
	if key := l.keyOf([]byte(password)); l.fits(key) {
		return key
	}
	if key := l.keyOf(l.userPassword([]byte(password))); l.fits(key) {
		return key
	}
	return nil
}

// fill stands behind short passwords.
var fill = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func filled(password []byte) []byte {
	return slices.Concat(password, fill)[:oldPassword]
}

// often is how many times hashes are hashed again from revision 3 on.
const often = 50

// keyOf is the key that a password of the user makes.
func (l *lock) keyOf(password []byte) []byte {
	h := md5.New()
	h.Write(filled(password))
	h.Write(l.owner)
	h.Write(binary.LittleEndian.AppendUint32(nil, l.permissions))
	h.Write([]byte(l.file))
	if l.revision >= 4 && l.metadataInClear {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	return l.again(h.Sum(nil))
}

// again hashes a hash again, as often as the revision says, and cuts it to a key.
func (l *lock) again(hash []byte) []byte {
	if l.revision >= 3 {
		for range often {
			sum := md5.Sum(hash[:l.bytes])
			hash = sum[:]
		}
	}
	return hash[:l.bytes]
}

// fits reports whether a key is that of the file.
func (l *lock) fits(key []byte) bool {
	if l.revision == 2 {
		return bytes.Equal(mixed(fill, key, 0), l.user)
	}
	sum := md5.Sum(slices.Concat(fill, []byte(l.file)))
	b := sum[:]
	for i := range byte(mixings) {
		b = mixed(b, key, i)
	}
	return bytes.Equal(b, l.user[:len(b)])
}

// mixings are the rounds of RC4 with a key that is another in each.
const mixings = 20

func mixed(b, key []byte, with byte) []byte {
	other := make([]byte, len(key))
	for i := range key {
		other[i] = key[i] ^ with
	}
	c, err := rc4.NewCipher(other)
	if err != nil {
		panic(err) // keys have 5 to 16 bytes
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}

// userPassword is the password of the user, which that of the owner tells.
func (l *lock) userPassword(owner []byte) []byte {
	sum := md5.Sum(filled(owner))
	key := l.again(sum[:])
	if l.revision == 2 {
		return mixed(l.owner, key, 0)
	}
	b := l.owner
	for i := range byte(mixings) {
		b = mixed(b, key, mixings-1-i)
	}
	return b
}

func (l *lock) openNew(password []byte) []byte {
	password = password[:min(len(password), newPassword)]
	for _, p := range []struct{ hashes, key, with []byte }{{l.user, l.userSecret, nil}, {l.owner, l.ownerSecret, l.user}} {
		check, salt := p.hashes[hashBytes:hashBytes+saltBytes], p.hashes[hashBytes+saltBytes:]
		if !bytes.Equal(l.hash(password, check, p.with), p.hashes[:hashBytes]) {
			continue
		}
		c, err := aes.NewCipher(l.hash(password, salt, p.with))
		if err != nil {
			panic(err) // hashes have 32 bytes
		}
		key := make([]byte, hashBytes)
		cipher.NewCBCDecrypter(c, make([]byte, aes.BlockSize)).CryptBlocks(key, p.key[:hashBytes])
		return key
	}
	return nil
}

// hash is that of revision 5, and that of 6, which takes some work on purpose (ISO 32000-2, algorithm 2.B).
func (l *lock) hash(password, salt, with []byte) []byte {
	first := sha256.Sum256(slices.Concat(password, salt, with))
	k := first[:]
	if l.revision == 5 {
		return k
	}
	for round := 1; ; round++ {
		text := bytes.Repeat(slices.Concat(password, k, with), 64)
		c, err := aes.NewCipher(k[:16])
		if err != nil {
			panic(err) // of 16 bytes
		}
		cipher.NewCBCEncrypter(c, k[16:32]).CryptBlocks(text, text)
		remainder := 0
		for _, b := range text[:16] {
			remainder += int(b) // 256 leaves 1 when divided by three, so the sum of the bytes tells
		}
		switch remainder % 3 {
		case 0:
			sum := sha256.Sum256(text)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(text)
			k = sum[:]
		case 2:
			sum := sha512.Sum512(text)
			k = sum[:]
		}
		if round >= 64 && int(text[len(text)-1]) <= round-32 {
			return k[:hashBytes]
		}
	}
}
