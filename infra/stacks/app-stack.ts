import { Stack, type StackProps } from 'aws-cdk-lib';
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { type IPublicHostedZone, PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config.ts';
import type { ApiGateway } from '../constructs/api/api-gateway.ts';
import type { AppResources } from '../constructs/api/app-environment.ts';
import { HttpApiGateway } from '../constructs/api/http-api-gateway.ts';
import { Programs } from '../constructs/api/programs.ts';
import { RestApiGateway } from '../constructs/api/rest-api-gateway.ts';
import { SignIn } from '../constructs/auth/sign-in.ts';
import { Database } from '../constructs/database/database.ts';
import { DatabaseBackup } from '../constructs/database/database-backup.ts';
import { AccessLogBucket } from '../constructs/files/access-log-bucket.ts';
import { FileBucket } from '../constructs/files/file-bucket.ts';
import { ProfileBucket } from '../constructs/files/profile-bucket.ts';
import { UserBucket } from '../constructs/files/user-bucket.ts';
import { MailIdentity } from '../constructs/mail/mail-identity.ts';
import { Monitoring } from '../constructs/monitoring/monitoring.ts';
import { DomainRecords } from '../constructs/web/domain-records.ts';
import { type EdgeResources, Site } from '../constructs/web/site.ts';
import { writeOutputs } from './outputs.ts';

export type AppStackProps = StackProps & {
  environmentName: string;
  config: EnvironmentConfig;
  code: Code;
  edge: EdgeResources;
  /** Whether the stack, its user pool and its cluster reject their deletion. */
  isProtected: boolean;
};

/** The whole app in one Region. */
export class AppStack extends Stack {
  constructor(scope: Construct, id: string, props: AppStackProps) {
    super(scope, id, { ...props, terminationProtection: props.isProtected });
    const { config, code, edge, isProtected: deletionProtection } = props;
    const { destroyable } = config;
    const { logRetentionDays } = config.monitoring;
    const names = this.#bucketNames(props);

    const zone = this.#findHostedZone(config);
    const mailIdentity = this.#createMailIdentity(config, zone);
    const accessLogs = new AccessLogBucket(this, 'AccessLogs', {
      retentionDays: logRetentionDays,
      destroyable,
    });
    const gateway = this.#createGateway(config);
    const site = new Site(this, 'Site', {
      apiOrigin: gateway.origin,
      contentSources: {
        bucketOrigins: Object.values(names).map((name) => `https://${UserBucket.hostOf(this, name)}`),
        cognitoOrigins: SignIn.hostsOf(this, config.auth).map((host) => `https://${host}`),
      },
      accessLogs,
      domainName: config.domain?.name,
      edge,
      destroyable,
    });
    if (zone && config.domain)
      new DomainRecords(this, 'DomainRecords', { site, zone, name: config.domain.name });

    const kept = { siteOrigin: site.origin, accessLogs, destroyable };
    const fileBucket = new FileBucket(this, 'Files', { ...kept, bucketName: names.files });
    const profileBucket =
      names.profiles === undefined
        ? undefined
        : new ProfileBucket(this, 'Profiles', { ...kept, bucketName: names.profiles });
    const signIn = new SignIn(this, 'SignIn', {
      settings: config.auth,
      site,
      email: mailIdentity?.userPoolEmail ?? UserPoolEmail.withCognito(),
      profileBucket,
      requestsPerAddress: config.rateLimits?.signInRequests,
      destroyable,
      deletionProtection,
    });
    const { database, backup } = this.#createDatabase(config, deletionProtection);

    const resources: AppResources = {
      ...signIn,
      siteOrigin: site.origin,
      fileBucket,
      profileBucket,
      database,
      quotaGibibytes: config.api.quotaGibibytes,
    };
    const { api, sweeper } = new Programs(this, 'Programs', {
      code,
      settings: config,
      resources,
      mailIdentity,
      logRetentionDays,
      destroyable,
    });
    gateway.forwardTo({ ...signIn, handler: api.live });

    new Monitoring(this, 'Monitoring', {
      settings: config.monitoring,
      observed: { ...signIn, gateway, api, sweeper, database, backup, mailIdentity },
    });
    writeOutputs(this, { site, signIn, fileBucket, profileBucket, gateway, backup });
  }

  #createMailIdentity({ mail, monitoring }: EnvironmentConfig, hostedZone: IPublicHostedZone | undefined) {
    const { notify } = monitoring;
    return mail && new MailIdentity(this, 'MailIdentity', { ...mail, hostedZone, notify });
  }

  #createDatabase({ database: settings, destroyable }: EnvironmentConfig, deletionProtection: boolean) {
    const database = new Database(this, 'Database', { settings, destroyable, deletionProtection });
    const backup = destroyable ? undefined : new DatabaseBackup(this, 'Backup', { database });
    return { database, backup };
  }

  #bucketNames({ environmentName, config }: AppStackProps): { files: string; profiles?: string } {
    const place = `${this.account}-${this.region}`;
    return {
      files: `share-my-files-${environmentName}-${place}`,
      ...(config.auth.identityPool && { profiles: `share-my-files-${environmentName}-profiles-${place}` }),
    };
  }

  #findHostedZone({ domain }: EnvironmentConfig) {
    if (domain === undefined) return undefined;
    return PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: domain.hostedZone.id,
      zoneName: domain.hostedZone.name,
    });
  }

  #createGateway({ api, monitoring, destroyable, rateLimits }: EnvironmentConfig): ApiGateway {
    const props = { settings: api, logRetentionDays: monitoring.logRetentionDays, destroyable };
    return api.type === 'http'
      ? new HttpApiGateway(this, 'Gateway', props)
      : new RestApiGateway(this, 'Gateway', { ...props, rateLimits });
  }
}
