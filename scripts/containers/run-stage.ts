import { join, relative, resolve } from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';

/** The last stage of a Dockerfile: what running the image without a container engine needs. */
export type RunStage = {
  environment: Record<string, string>;
  /** Copies from the build stage: from a path in the repository to one in the image. */
  copies: { from: string; to: string }[];
  workingDirectory: string;
  command: string[];
  healthCheck: string[];
  /** The last command of the build stage, which runs after the installation. */
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

/** Reads Dockerfiles in the form of this repository: two stages, and commands as JSON. */
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

/** Resolves a path of the image in the folder that stands for its root. */
export const inImage = (root: string, path: string): string => join(root, path);
