/** The CORS rule that lets one site use a bucket from a browser. */
export type CorsRule = ReturnType<typeof corsRuleFor>;

export const corsRuleFor = (siteOrigin: string, methods: [string, ...string[]]) => ({
  AllowedOrigins: [siteOrigin],
  AllowedMethods: methods,
  AllowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
  ExposeHeaders: ['ETag'],
  MaxAgeSeconds: 600,
});
