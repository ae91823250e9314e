package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"log"
	"math/big"
	"net"
	"os"
	"time"
)

// certificates is a command for the scripts: it writes ca.pem, and NAME.pem and NAME.key of the server and the
// client for localhost.
func certificates() {
	ca, caKey := issue("ca", nil, nil)
	for _, name := range []string{"server", "client"} {
		issue(name, ca, caKey)
	}
}

// issue writes the certificate of that name, signed by the authority or, for the authority itself, by itself.
func issue(name string, ca *x509.Certificate, caKey *ecdsa.PrivateKey) (*x509.Certificate, *ecdsa.PrivateKey) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA: ca == nil, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	if ca == nil {
		ca, caKey = template, key
	}
	der, err := x509.CreateCertificate(rand.Reader, template, ca, &key.PublicKey, caKey)
	must(err)
	private, err := x509.MarshalECPrivateKey(key)
	must(err)
	writePEM(name+".pem", "CERTIFICATE", der)
	writePEM(name+".key", "EC PRIVATE KEY", private)
	certificate, err := x509.ParseCertificate(der)
	must(err)
	return certificate, key
}

func writePEM(file, kind string, der []byte) {
	must(os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
