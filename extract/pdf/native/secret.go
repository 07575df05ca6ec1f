package native

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
)

// secret is the key of an encrypted file, and how it is used (ISO 32000-2, 7.6).
type secret struct {
	key             []byte
	streams, string method
}

// method is how bytes are encrypted.
type method uint8

const (
	plainly method = iota
	byRC4
	byAES128
	byAES256
)

// strange is the error of an encryption that is not known here.
func strange(what string, value any) error {
	return fmt.Errorf("encrypted in a way this reader does not know (%s %v)", what, value)
}

// unlock makes the key of an encrypted file with the first password that opens it. The objects read on the way are the
// only ones that are not encrypted, and are read no more.
func (s *source) unlock(passwords ...string) error {
	var m meter
	trailer := value{s.trailer, s, &m}
	dictionary := trailer.key("Encrypt")
	if dictionary.null() {
		return nil
	}
	l, err := newLock(dictionary, trailer.key("ID").index(0).bytes())
	if err != nil {
		return err
	}
	found, err := methods(dictionary)
	if err != nil {
		return err
	}
	for _, password := range passwords {
		if found.key = l.open(password); found.key != nil {
			s.secret, s.held, s.packs = &found, nil, packs{}
			return nil
		}
	}
	return ErrEncrypted
}

// methods are what streams and strings are encrypted by.
func methods(d value) (s secret, err error) {
	switch version := d.key("V").integer(); version {
	case 1, 2:
		return secret{streams: byRC4, string: byRC4}, nil
	case 4, 5:
		if s.streams, err = methodOf(d, "StmF"); err == nil {
			s.string, err = methodOf(d, "StrF")
		}
		return s, err
	default:
		return s, strange("version", version)
	}
}

func methodOf(d value, key string) (method, error) {
	name := d.key(key).name()
	if name == "" || name == "Identity" {
		return plainly, nil
	}
	filter, version := d.key("CF").key(name), d.key("V").integer()
	switch way := filter.key("CFM").name(); {
	case way == "None":
		return plainly, nil
	case way == "V2" && version == 4:
		return byRC4, nil
	case way == "AESV2" && version == 4:
		return byAES128, nil
	case way == "AESV3" && version == 5:
		return byAES256, nil
	default:
		return plainly, strange("method", way)
	}
}

// of is the key of an object.
func (s *secret) of(r ref, m method) []byte {
	if m == byAES256 {
		return s.key
	}
	h := md5.New()
	h.Write(s.key)
	h.Write([]byte{byte(r.id), byte(r.id >> 8), byte(r.id >> 16), byte(r.gen), byte(r.gen >> 8)})
	if m == byAES128 {
		h.Write([]byte("sAlT"))
	}
	return h.Sum(nil)[:min(len(s.key)+5, md5.Size)]
}

// texts decrypts the strings of an object in their place. A string that cannot be encrypted is left as it is: some
// writers leave the empty ones so.
func (s *secret) texts(o *object, r ref) {
	if s.string == plainly {
		return
	}
	s.text(o, s.of(r, s.string))
}

func (s *secret) text(o *object, key []byte) {
	if o.kind != text {
		for i := range o.list {
			s.text(&o.list[i], key)
		}
		return
	}
	if b, err := decrypt(o.str, key, s.string, false); err == nil {
		o.str = b
	}
}

// stream decrypts a stream. summed says that it is packed in a way that tells where it ends, and whether it is right.
func (s *secret) stream(b []byte, r ref, summed bool) ([]byte, error) {
	return decrypt(b, s.of(r, s.streams), s.streams, summed)
}

const (
	cutSecret = lost("a stream of ciphers that is cut short")
	badSecret = lost("a stream of ciphers that does not end as it should")
)

func decrypt(b, key []byte, m method, summed bool) ([]byte, error) {
	switch {
	case m == plainly || len(b) == 0:
		return b, nil
	case m == byRC4:
		c, err := rc4.NewCipher(key)
		if err != nil {
			return nil, fmt.Errorf("decrypting: %w", err)
		}
		out := make([]byte, len(b))
		c.XORKeyStream(out, b)
		return out, nil
	case len(b)%aes.BlockSize != 0 || len(b) < aes.BlockSize:
		return nil, cutSecret
	}
	c, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("decrypting: %w", err)
	}
	out := make([]byte, len(b)-aes.BlockSize)
	cipher.NewCBCDecrypter(c, b[:aes.BlockSize]).CryptBlocks(out, b[aes.BlockSize:])
	if len(out) == 0 {
		return out, nil
	}
	switch n := int(out[len(out)-1]); {
	case n >= 1 && n <= aes.BlockSize:
		return out[:len(out)-n], nil
	case summed:
		return out, nil
	}
	return nil, badSecret
}
