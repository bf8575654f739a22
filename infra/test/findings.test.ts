import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { judge } from './support/judge.ts';
import { configOf, createApp, variations } from './support/synthesize.ts';

// A new finding is a decision: read its reason before you raise the number.
const acceptedFindings: Record<string, number> = {
  'the demo': 19,
  production: 18,
  'production with a REST API, every provider and an identity pool': 29,
};

describe('The checks of a template', () => {
  for (const [name, config] of Object.entries(variations)) {
    it(`find nothing in ${name} without a reason`, () => {
      const acknowledgements = judge(createApp(config).app);
      for (const { reason } of acknowledgements) expect(reason.length).toBeGreaterThan(30);
      expect(acknowledgements).toHaveLength(acceptedFindings[name] ?? 0);
    });
  }

  it('reject an unknown property, which proves that they run', () => {
    const { app, stack } = createApp(configOf('demo'));
    new CfnBucket(stack, 'Misspelt').addPropertyOverride('BuketName', 'x');
    expect(() => judge(app)).toThrow(/BuketName/);
  });
});
