import { FunctionCode } from 'aws-cdk-lib/aws-cloudfront';

type ViewerRequestEvent = { request: { uri: string } };

/**
 * Runs in CloudFront for each request to the site. Rewrites a path of the app's router to index.html; a path that looks
 * like a file stays, and is 404 if there is none. Mail programs encode the "#" of a link; the app puts it right.
 */
function handler(event: ViewerRequestEvent): ViewerRequestEvent['request'] {
  // CloudFront's JavaScript has no destructuring.
  const request = event.request;
  const isRouterPath = /^(\/[A-Za-z0-9_-]+)*\/?(%(25)*23.*)?$/.test(request.uri);
  if (isRouterPath) request.uri = '/index.html';
  return request;
}

/**
 * The source of the function for CloudFront. It refers to nothing outside of itself.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export const spaFallback: FunctionCode = FunctionCode.fromInline(handler.toString());
