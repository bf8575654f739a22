import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { configOf, createApp, synthesize, variations } from './support/synthesize.ts';
import { onlyResource } from './support/template.ts';

const stateful = ['AWS::Cognito::UserPool', 'AWS::DSQL::Cluster', 'AWS::Logs::LogGroup', 'AWS::S3::Bucket'];
const statefulInProduction = [...stateful, 'AWS::Backup::BackupVault'];

const policiesOf = (template: Template, type?: string) => {
  const resources: Record<string, { Type: string; DeletionPolicy?: string; UpdateReplacePolicy?: string }> =
    template.toJSON().Resources;
  return Object.entries(resources)
    .filter(([, { Type }]) => type === undefined || Type === type)
    .map(([id, { DeletionPolicy, UpdateReplacePolicy }]) => ({ id, DeletionPolicy, UpdateReplacePolicy }));
};

const kept = Object.entries(variations).filter(([, { destroyable }]) => !destroyable);

describe.each(kept)('In %s', (_, config) => {
  const template = synthesize(config);

  it.each(statefulInProduction)('each %s stays if it is deleted or replaced', (type) => {
    const policies = policiesOf(template, type);

    expect(policies.length).toBeGreaterThan(0);
    for (const policy of policies) {
      expect(policy).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    }
  });

  it('users and rows are protected from deletion by hand', () => {
    expect(onlyResource(template, 'AWS::Cognito::UserPool').DeletionProtection).toBe('ACTIVE');
    expect(onlyResource(template, 'AWS::DSQL::Cluster').DeletionProtectionEnabled).toBe(true);
    expect(createApp(config).stack.terminationProtection).toBe(true);
  });

  it('the first deployment has no protection, so that CloudFormation can undo it if it fails', () => {
    const { stack } = createApp(config, 'test', { isFirstDeployment: true });
    const first = Template.fromStack(stack);

    expect(stack.terminationProtection).toBe(false);
    expect(onlyResource(first, 'AWS::Cognito::UserPool').DeletionProtection).toBe('INACTIVE');
    expect(onlyResource(first, 'AWS::DSQL::Cluster').DeletionProtectionEnabled).toBe(false);
  });
});

describe.each(Object.entries(variations))('In every environment, as in %s', (_, config) => {
  it('a failed first deployment leaves nothing behind that the next one would find in its way', () => {
    const left = policiesOf(synthesize(config)).filter(({ DeletionPolicy }) => DeletionPolicy === 'Retain');

    expect(left).toEqual([]);
  });
});

describe('The demo', () => {
  it('is deleted with its data', () => {
    const demo = synthesize(configOf('demo'));
    for (const { DeletionPolicy } of stateful.flatMap((type) => policiesOf(demo, type))) {
      expect(DeletionPolicy).toBe('Delete');
    }
    expect(onlyResource(demo, 'AWS::Cognito::UserPool').DeletionProtection).toBe('INACTIVE');
    expect(onlyResource(demo, 'AWS::DSQL::Cluster').DeletionProtectionEnabled).toBe(false);
  });
});
