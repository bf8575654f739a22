import { identityProviderSchema } from '@share-my-files/contract';
import { z } from 'zod';

const stackOutputsSchema = z.object({
  SiteUrl: z.url({ protocol: /^https$/ }),
  SiteBucketName: z.string().min(3),
  DistributionId: z.string().min(1),
  UserPoolId: z.string().min(1),
  UserPoolClientId: z.string().min(1),
  FileBucketName: z.string().min(3),
  ApiUrl: z.url(),
  Region: z.string().min(1),
  IdentityPoolId: z.string().min(1).optional(),
  ProfileBucketName: z.string().min(3).optional(),
  UserPoolDomain: z.url({ protocol: /^https$/ }).optional(),
  IdentityProviders: z
    .string()
    .transform((json) => JSON.parse(json))
    .pipe(z.array(identityProviderSchema).min(1))
    .optional(),
  SelfSignUp: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
});

/** Outputs of the stacks that the rest of a deployment needs. */
export type StackOutputs = z.infer<typeof stackOutputsSchema>;

const outputsFileSchema = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Parses the file of `cdk deploy --outputs-file`, an object per stack, and merges the stacks.
 * Throws an error that names every missing output.
 */
export const parseStackOutputs = (json: string): StackOutputs => {
  const outputs = Object.assign({}, ...Object.values(outputsFileSchema.parse(JSON.parse(json))));
  const result = stackOutputsSchema.safeParse(outputs);
  if (result.success) return result.data;
  const names = result.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`The stacks are deployed, but their outputs are missing or not valid: ${names}.`);
};
