import { FunctionCode } from 'aws-cdk-lib/aws-cloudfront';

type ViewerRequestEvent = { request: { uri: string } };

/**
 * Runs in CloudFront at each request for the site. A path of the app's router becomes index.html; what looks
 * like a file stays what it is, and is 404 if it is none.
 */
function handler(event: ViewerRequestEvent): ViewerRequestEvent['request'] {
  // CloudFront's JavaScript knows no destructuring.
  const request = event.request;
  const isRouterPath = /^(\/[A-Za-z0-9_-]+)*\/?$/.test(request.uri);
  if (isRouterPath) request.uri = '/index.html';
  return request;
}

/**
 * The function in the form that CloudFront takes: its own text, which refers to nothing outside of it.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export const spaFallback: FunctionCode = FunctionCode.fromInline(handler.toString());
