import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

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

/**
 * Synthesizes the app and returns its accepted findings. Throws for every other finding of cdk-nag and of CDK's own
 * template checks (schemas and rules like those of cfn-lint), warnings included.
 */
export const judge = (app: App): Acknowledgement[] => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
  return readAcknowledgements(app).filter(({ rule }) => rule.includes('AwsSolutions-'));
};
