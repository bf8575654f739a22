export const paths = {
  files: '/files',
  sharedWithMe: '/shared',
  trash: '/trash',
  account: '/account',
  signIn: '/sign-in',
  signInCallback: '/sign-in/callback',
  signUp: '/sign-up',
  confirm: '/confirm',
  resetPassword: '/reset-password',
  publicLink: '/s',
} as const;
