import { describe, expect, it } from 'vitest';
import { configOf, synthesize } from './support/synthesize.ts';
import { permissionsOf, resourcesOf } from './support/template.ts';

const production = synthesize(configOf('production'));
const demo = synthesize(configOf('demo'));

const fileKeys = '/????????-????-????-????-????????????/????????-????-????-????-????????????';

/** Resources by action, so that a test reads like the policy. */
const byAction = (idPart: string, template = production) =>
  Object.fromEntries(permissionsOf(template, idPart));

const objectActions = [
  's3:AbortMultipartUpload',
  's3:DeleteObject',
  's3:GetObject',
  's3:ListMultipartUploadParts',
  's3:PutObject',
];
const sharedActions = [
  'cognito-idp:AdminDeleteSoftwareToken',
  'cognito-idp:AdminUserGlobalSignOut',
  'dsql:DbConnect',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  ...objectActions,
  's3:ListBucket',
  's3:ListBucketMultipartUploads',
];

describe('The role of the API', () => {
  const actions = byAction('ProgramsApiExpress');

  it('has exactly these actions', () => {
    const ownActions = [
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminRespondToAuthChallenge',
      'cognito-idp:ListUsers',
      'ses:SendEmail',
    ];

    expect(Object.keys(actions).toSorted()).toEqual([...sharedActions, ...ownActions].toSorted());
  });

  it('changes users of its own pool only', () => {
    const poolActions = Object.entries(actions).filter(([action]) => action.startsWith('cognito-idp:'));

    expect(poolActions).toHaveLength(5);
    for (const [, resource] of poolActions)
      expect(resource).toMatch(/^\{"Fn::GetAtt":\["\w*UserPool\w*","Arn"\]\}$/);
  });

  it('has access to `<user>/<file>` objects of its own bucket only', () => {
    for (const action of objectActions) {
      expect(actions[action]).toContain('FilesBucket');
      expect(actions[action]).toContain(fileKeys);
    }
    expect(actions['s3:ListBucket']).toMatch(/^\{"Fn::GetAtt":\["FilesBucket\w+","Arn"\]\}$/);
  });

  it('connects to its own cluster, but not as admin', () => {
    expect(actions['dsql:DbConnect']).toMatch(/^\{"Fn::GetAtt":\["DatabaseCluster\w+","ResourceArn"\]\}$/);
  });

  it('sends mails with its own identity and sender only', () => {
    expect(actions['ses:SendEmail']).toContain('MailIdentity');
    const policies = JSON.stringify(resourcesOf(production, 'AWS::IAM::Policy'));
    expect(policies).toContain('"StringEquals":{"ses:FromAddress":"no-reply@example.com"}');
  });

  it('sends no mail without a configured sender', () => {
    expect(byAction('ProgramsApiExpress', demo)).not.toHaveProperty('ses:SendEmail');
  });
});

describe('The role of the sweeper', () => {
  const actions = byAction('SweeperSweepRole');

  it('has what finishing transfers and deleting accounts needs, and sends no mail', () => {
    const poolActions = ['cognito-idp:AdminDeleteUser', 'cognito-idp:ListUsers'];

    expect(Object.keys(actions).toSorted()).toEqual([...sharedActions, ...poolActions].toSorted());
    for (const action of poolActions) expect(actions[action]).toContain('UserPool');
  });

  it('deletes profile pictures, and has no other access to them', () => {
    const { auth } = configOf('demo');
    const template = synthesize(configOf('demo', { auth: { ...auth, identityPool: true } }));
    const pictureActions = (idPart: string) =>
      permissionsOf(template, idPart).filter(([, resource]) => resource.includes('ProfilesBucket'));

    expect(pictureActions('SweeperSweepRole')).toEqual([
      ['s3:DeleteObject', expect.stringContaining('/profiles/????????-????-????-????-????????????/picture"')],
    ]);
    expect(pictureActions('ProgramsApiExpress')).toEqual([]);
    const [, sweeper] =
      resourcesOf(template, 'AWS::Lambda::Function').find(([id]) => id.includes('Sweep')) ?? [];
    expect(JSON.stringify(sweeper)).toContain('"S3_PROFILE_BUCKET":{"Ref":"ProfilesBucket');
  });
});

describe('The role of the migrator', () => {
  it('is the only one that connects as admin, and has no access to files', () => {
    expect(Object.keys(byAction('ProgramsMigration')).toSorted()).toEqual([
      'dsql:DbConnectAdmin',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    const admins = resourcesOf(production, 'AWS::IAM::Policy').filter(([, policy]) =>
      JSON.stringify(policy).includes('dsql:DbConnectAdmin'),
    );
    expect(admins.map(([id]) => id)).toEqual([expect.stringContaining('Migration')]);
  });
});

describe('All roles of the app', () => {
  it('have no action with a wildcard, and none on every resource', () => {
    for (const [action, resource] of permissionsOf(production, '')) {
      expect(action).not.toContain('*');
      expect(resource).not.toBe('"*"');
    }
  });

  it('have no managed policy, which AWS can widen at any time, except that of AWS Backup', () => {
    const ours = resourcesOf(production, 'AWS::IAM::Role').filter(
      ([id]) => !id.includes('CustomResourceProvider') && !id.startsWith('BackupRole'),
    );
    expect(ours.length).toBeGreaterThan(3);
    for (const [, role] of ours) expect(role).not.toHaveProperty('ManagedPolicyArns');
  });
});
