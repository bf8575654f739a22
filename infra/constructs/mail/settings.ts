/** The sender of mails. The address or its domain is an identity of Amazon SES. */
export type MailSettings = {
  /** An address, or `Name <address>`. */
  from: string;
  identity: 'address' | 'domain';
  /**
   * Whether SES has verified the identity and the account has production access. Until then Cognito sends the codes
   * itself, and the API sends no mail.
   */
  verified: boolean;
  /**
   * Whether another stack has created the identity, such as that of another environment with the same domain: SES has
   * each identity once per account and Region.
   */
  identityExists?: boolean;
};
