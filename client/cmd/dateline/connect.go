package main

import (
	"context"
	"net"

	"github.com/dateline-news/dateline/client"
	"github.com/dateline-news/dateline/server"
	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"
)

// connect returns a client of the service that the command line names, or of one in this process, and how to
// close both.
func (o *options) connect() (c *client.Client, closeAll func(), err error) {
	if o.server == "" {
		return inProcess()
	}
	var dial []client.Option
	if o.useTLS {
		dial = append(dial, client.WithTLS())
	}
	if o.tlsCA != "" {
		dial = append(dial, client.WithCA(o.tlsCA))
	}
	if o.tlsCert != "" {
		dial = append(dial, client.WithCertificate(o.tlsCert, o.tlsKey))
	}
	if o.token != "" {
		dial = append(dial, client.WithToken(o.token))
	}
	c, err = client.Dial(o.server, dial...)
	if err != nil {
		return nil, nil, err
	}
	return c, func() { _ = c.Close() }, nil
}

// inProcess starts the service behind a connection in memory: the same calls, without a port.
func inProcess() (*client.Client, func(), error) {
	config := server.DefaultConfig()
	config.LogLevel = "error"
	s, err := server.New(config)
	if err != nil {
		return nil, nil, err
	}
	listener := bufconn.Listen(1 << 20)
	go func() { _ = s.Serve(listener) }() // ends with Stop
	dialer := func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }
	c, err := client.Dial("passthrough:///in-process", client.WithDialOptions(grpc.WithContextDialer(dialer)))
	if err != nil {
		s.Stop()
		return nil, nil, err
	}
	return c, func() { _ = c.Close(); s.Stop() }, nil
}
