/** The one rule by which a site, and only that site, uses a bucket from a browser. */
export type CorsRule = ReturnType<typeof corsRuleFor>;

export const corsRuleFor = (siteOrigin: string, methods: [string, ...string[]]) => ({
  AllowedOrigins: [siteOrigin],
  AllowedMethods: methods,
  AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
  ExposeHeaders: ['ETag'],
  MaxAgeSeconds: 600,
});
