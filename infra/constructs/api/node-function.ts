import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage, type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { buildSync } from 'esbuild';

/** What a function is made of. */
export type NodeFunctionCode = {
  /** Absolute path of the TypeScript file that exports `handler`. */
  entry: string;
  /** Folders that the code reads at run time: name beside the bundle, and absolute path here. */
  folders?: Readonly<Record<string, string>>;
};

export type NodeFunctionProps = {
  description: string;
  code: NodeFunctionCode;
  memoryMegabytes: number;
  timeout: Duration;
  environment: Readonly<Record<string, string>>;
  reservedConcurrency?: number;
  logRetentionDays: number;
  destroyable: boolean;
};

// Express is CommonJS, and requires Node's own modules.
const defineRequire =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Bundles the code into the folder; esbuild's own binary, so neither Docker nor a network is needed. */
const bundle = ({ entry, folders = {} }: NodeFunctionCode, outputDirectory: string): boolean => {
  buildSync({
    entryPoints: [entry],
    outfile: join(outputDirectory, 'index.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: defineRequire },
    // pg takes it if it is there.
    external: ['pg-native'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  for (const [name, path] of Object.entries(folders)) {
    cpSync(path, join(outputDirectory, name), { recursive: true });
  }
  return true;
};

/**
 * A Lambda function on Node.js 24 and ARM, with structured logs and a role that may write them and nothing
 * else. Callers grant the role what the code needs.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
export class NodeFunction extends Construct {
  readonly function: LambdaFunction;
  /** Exists before the function: the database has to know it first. */
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetentionDays,
      removalPolicy: props.destroyable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    this.logGroup.grantWrite(this.role);

    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundledCode(props.code),
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      role: this.role.withoutPolicyUpdates(),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
    });
  }
}

const bundledCode = (code: NodeFunctionCode): Code =>
  Code.fromAsset(join(code.entry, '..'), {
    // The source folder's hash would change with files that are not in the bundle, and miss some that are.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('unused'),
      // Never run, but part of the key under which the CDK keeps a bundle: entries of one folder would share one.
      command: [code.entry, JSON.stringify(code.folders ?? {})],
      local: { tryBundle: (outputDirectory) => bundle(code, outputDirectory) },
    },
  });
