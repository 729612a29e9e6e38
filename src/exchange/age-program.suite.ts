import { execFileSync } from 'node:child_process';

/** Runs age where it believes that a person sits before it, and gives it the passphrase so many times. */
export function ageAsked(passphrase: string, answers: number, ...command: string[]): void {
  const script = `import os, pty, sys
pid, fd = pty.fork()
if pid == 0: os.execvp(sys.argv[3], sys.argv[3:])
left = int(sys.argv[2])
seen = b''
while True:
    try: part = os.read(fd, 1024)
    except OSError: break
    if not part: break
    seen += part
    if left and b':' in seen:
        os.write(fd, sys.argv[1].encode() + b'\\n'); left -= 1; seen = b''
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
  execFileSync('python3', ['-c', script, passphrase, String(answers), ...command], { stdio: 'pipe' });
}
