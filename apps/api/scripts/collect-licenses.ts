import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const packageFolder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

const describePackage = async (folder: string): Promise<string> => {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return [`## ${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n');
};

/** Returns the licenses and notices of the packages in a bundle, which most of them require in every copy. */
export const collectLicenses = async (root: string, inputs: readonly string[]): Promise<string> => {
  const folders = inputs.flatMap((path) => packageFolder.exec(join(root, path))?.[0] ?? []);
  const packages = await Promise.all([...new Set(folders)].map(describePackage));
  return `${['# Licenses of bundled packages', ...packages.sort()].join('\n\n')}\n`;
};
