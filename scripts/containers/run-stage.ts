import { join, relative, resolve } from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';

/** What the last stage of a Dockerfile says about the image, as far as it matters without a container engine. */
export type RunStage = {
  environment: Record<string, string>;
  /** What is copied from the build stage: from a path in the repository to one in the image. */
  copies: { from: string; to: string }[];
  workingDirectory: string;
  command: string[];
  healthCheck: string[];
  /** Runs in the build stage, after everything is installed. */
  buildCommand: string;
};

const buildFolder = '/source';

const parseJsonArguments = (instruction: Instruction | undefined): string[] => {
  const [json = '[]'] = /\[[\s\S]*\]$/.exec(instruction?.getRawArgumentsContent() ?? '') ?? [];
  return JSON.parse(json);
};

const parseEnvironment = (instruction: Instruction | undefined): Record<string, string> =>
  Object.fromEntries(
    (instruction?.getArguments() ?? []).map((argument) => {
      const [name = '', value = ''] = argument.getValue().split('=');
      return [name, value];
    }),
  );

/** Reads the form that the Dockerfiles of this project have: two stages, and commands as JSON. */
export const readRunStage = (dockerfile: string): RunStage => {
  const instructions = DockerfileParser.parse(dockerfile).getInstructions();
  const start = instructions.findLastIndex((one) => one.getKeyword() === 'FROM');
  const stage = instructions.slice(start);
  const find = (keyword: string) => stage.find((one) => one.getKeyword() === keyword);
  const workingDirectory = find('WORKDIR')?.getArgumentsContent() ?? '/';

  const copies = stage
    .filter((one) => one.getKeyword() === 'COPY')
    .map((copy) => copy.getArguments().map(String))
    .map(([from = '', to = '']) => ({
      from: relative(buildFolder, from),
      to: resolve(workingDirectory, to),
    }));
  const builds = instructions.slice(0, start).filter((one) => one.getKeyword() === 'RUN');
  return {
    environment: parseEnvironment(find('ENV')),
    copies,
    workingDirectory,
    command: parseJsonArguments(find('CMD')),
    healthCheck: parseJsonArguments(find('HEALTHCHECK')),
    buildCommand: builds.at(-1)?.getArgumentsContent() ?? '',
  };
};

/** Where a path of the image is, when a folder stands for its root. */
export const inImage = (root: string, path: string): string => join(root, path);
