import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

type Report = {
  pluginReports: { pluginName: string; violations: { ruleName: string; description: string }[] }[];
};

type Acknowledgement = { rule: string; path: string; reason: string };

const readAcknowledgements = (app: App): Acknowledgement[] =>
  app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({
        rule: id.split('[')[0] ?? id,
        path: node.path.replace(/^[^/]+\//, ''),
        reason,
      })),
  );

const readReports = (app: App) => {
  const report: Report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return report.pluginReports;
};

/**
 * Synthesizes, and gives what cdk-nag and CDK's own check of templates (schemas and rules, as cfn-lint has
 * them) find, and what was accepted beforehand.
 */
export const judge = (app: App) => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
  const reports = readReports(app);
  return {
    checkers: reports.map(({ pluginName }) => pluginName),
    findings: reports.flatMap(({ violations }) =>
      violations.map(({ ruleName, description }) => `${ruleName} ${description}`),
    ),
    acknowledgements: readAcknowledgements(app).filter(({ rule }) => rule.includes('AwsSolutions-')),
  };
};
