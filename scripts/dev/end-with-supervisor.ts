// Loaded into every server before its own code. The supervisor holds the other end of standard input: when it
// is gone, however it ended, the server's whole process group goes too (0 is one's own group: kill(2)).
process.stdin.once('end', () => process.kill(0, 'SIGTERM')).resume();
// Waiting for that must not keep a server alive that has ended its work.
if ('unref' in process.stdin) process.stdin.unref();
