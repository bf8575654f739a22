// Preloaded into every server. The supervisor holds the other end of standard input, which closes however the
// supervisor exits; then this signals the server's own process group (0 in kill(2)).
process.stdin.once('end', () => process.kill(0, 'SIGTERM')).resume();
// This listener must not keep a finished server alive.
if ('unref' in process.stdin) process.stdin.unref();
