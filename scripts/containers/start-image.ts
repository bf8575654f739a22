import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '../test/free-port.ts';
import { inImage, readRunStage } from './run-stage.ts';

const repository = join(import.meta.dirname, '../..');
const nobody = 65_534;

const untilItResponds = async (url: string, child: ChildProcess): Promise<void> => {
  while (child.exitCode === null) {
    const responds = await fetch(url).then(
      () => true,
      () => false,
    );
    if (responds) return;
    await delay(50);
  }
};

/** Builds a read-only folder with the content of the image. */
export const assembleImage = (dockerfile: string) => {
  const stage = readRunStage(readFileSync(join(repository, dockerfile), 'utf8'));
  execFileSync('sh', ['-c', stage.buildCommand], { cwd: repository, stdio: 'pipe' });

  const root = mkdtempSync(join(tmpdir(), 'share-my-files-image-'));
  // Replaces Node of the base image, and is readable for every user.
  const node = inImage(root, 'usr/local/bin/node');
  mkdirSync(dirname(node), { recursive: true });
  copyFileSync(process.execPath, node, constants.COPYFILE_FICLONE);
  for (const { from, to } of stage.copies) {
    cpSync(join(repository, from), inImage(root, to), { recursive: true });
  }
  execFileSync('chmod', ['-R', 'a=rX', root]);
  chmodSync(node, 0o555);
  const remove = () => {
    execFileSync('chmod', ['-R', 'u+w', root]);
    rmSync(root, { recursive: true });
  };
  return { ...stage, root, node, remove };
};

/** Runs the image's command in its folder, with its environment, as an unprivileged user. */
export const startImage = async (
  image: ReturnType<typeof assembleImage>,
  environment: Record<string, string>,
) => {
  const port = await findFreePort();
  const options = {
    cwd: inImage(image.root, image.workingDirectory),
    env: { ...image.environment, HOST: '127.0.0.1', PORT: String(port), ...environment },
    ...(process.getuid?.() === 0 && { uid: nobody, gid: nobody }),
  };
  const child = spawn(image.node, image.command.slice(1), { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const origin = `http://127.0.0.1:${port}`;
  await untilItResponds(`${origin}/healthz`, child);
  return {
    origin,
    exited,
    readOutput: () => output,
    /** The exit code of the image's HEALTHCHECK: 0 is healthy. */
    checkHealth: async (): Promise<number> => {
      const [code] = await once(spawn(image.node, image.healthCheck.slice(1), options), 'exit');
      return code;
    },
    stop: async (): Promise<unknown[]> => {
      child.kill('SIGTERM');
      return await exited;
    },
  };
};
