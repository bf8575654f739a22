import { runScript } from './command-line/run-script.ts';
import { findRun } from './dev/run-record.ts';
import { checkAws } from './doctor/aws/check-aws.ts';
import { checkConfiguration } from './doctor/check-configuration.ts';
import { checkDataFolder } from './doctor/check-data-folder.ts';
import { checkMachine } from './doctor/check-machine.ts';
import { checkPorts } from './doctor/check-ports.ts';
import { checkTestPrograms } from './doctor/check-test-programs.ts';
import type { Section } from './doctor/finding.ts';
import { formatReport } from './doctor/report.ts';
import { doctorUsage, parseDoctorSettings } from './doctor/settings.ts';

const machine = {
  nodeVersion: process.versions.node,
  userAgent: process.env.npm_config_user_agent ?? '',
  platform: process.platform,
  availableMemoryBytes: process.availableMemory(),
};

const main = async (args: string[]): Promise<void> => {
  const { dataDirectory, ports, envFile, awsEnvironment, json } = parseDoctorSettings(args);
  const run = findRun(dataDirectory);
  const sections: Section[] = [
    { title: 'Machine', findings: await checkMachine(machine, dataDirectory) },
    { title: 'Ports', findings: await checkPorts(ports, run) },
    { title: 'Data', findings: await checkDataFolder(dataDirectory, run) },
    { title: 'Configuration of the API', findings: checkConfiguration(envFile) },
    { title: 'Programs for the tests', findings: checkTestPrograms() },
    ...(awsEnvironment ? [{ title: 'AWS', findings: await checkAws(awsEnvironment) }] : []),
  ];
  process.stdout.write(json ? `${JSON.stringify(sections, null, 2)}\n` : formatReport(sections));
  const hasErrors = sections.some(({ findings }) => findings.some(({ state }) => state === 'error'));
  process.exitCode = hasErrors ? 1 : 0;
};

await runScript(doctorUsage, main);
