import { z } from 'zod';

/** The settings of the identity pool and of its role for signed-in users. Times are in seconds. */
export const identityPoolConfigSchema = z.strictObject({
  identityPoolId: z
    .string()
    .regex(/^[a-z]{2}-[a-z]+-\d:[0-9a-f-]{36}$/)
    .default('us-east-1:00000000-0000-4000-8000-000000000001'),
  /** The bucket that the role grants access to. */
  bucket: z.string().min(3),
  /**
   * The role grants access to keys with this prefix. As in a policy, `${cognito-identity.amazonaws.com:sub}` stands
   * for the identity id, and `${aws:PrincipalTag/<tag>}` for a principal tag.
   */
  prefix: z.string().default(`\${cognito-identity.amazonaws.com:sub}/`),
  /** The claim of the ID token that each principal tag takes its value from. */
  principalTags: z.record(z.string(), z.string()).default({}),
  /** The `sessionKey` of local-s3, which verifies the credentials with it. */
  sessionKey: z.string().min(1),
  credentialsValiditySeconds: z.int().min(1).max(43_200).default(3600),
});

/** The settings with all defaults filled in. */
export type IdentityPoolSettings = z.output<typeof identityPoolConfigSchema>;
