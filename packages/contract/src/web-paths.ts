/** Paths of the web app's pages that something else also links to: a mail, Cognito or CloudFront's tests. */
export const webPaths = {
  account: '/account',
  goodbye: '/goodbye',
  resetPassword: '/reset-password',
  sharedWithMe: '/shared',
  signIn: '/sign-in',
  signInCallback: '/sign-in/callback',
  signUp: '/sign-up',
} as const;
