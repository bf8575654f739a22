import type { S3Request } from './s3-request.ts';

// The parameters by which S3 selects an operation. A route contains them all, so that none is ignored.
const subresources = [
  'accelerate',
  'acl',
  'analytics',
  'attributes',
  'cors',
  'delete',
  'encryption',
  'intelligent-tiering',
  'inventory',
  'legal-hold',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'ownershipControls',
  'policy',
  'policyStatus',
  'publicAccessBlock',
  'renameObject',
  'replication',
  'requestPayment',
  'restore',
  'retention',
  'select',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versioning',
  'versionId',
  'versions',
  'website',
];

const resourceOf = ({ bucket, key }: S3Request) => {
  if (bucket === '') return '/';
  return key === '' ? '/bucket' : '/bucket/key';
};

const selectorOf = ({ method, key, query, headers }: S3Request) => {
  const source = method === 'PUT' && headers.has('x-amz-copy-source') ? ' from x-amz-copy-source' : '';
  const selected = subresources.filter((name) => query.has(name)).join('&');
  if (selected !== '') return `?${selected}${source}`;
  if (key === '') return query.has('list-type') ? `?list-type=${query.get('list-type')}` : '';
  return query.has('partNumber') ? '?partNumber' : source;
};

/** Returns the route by which S3 selects an operation, such as `GET /bucket?list-type=2` or `PUT /bucket/key`. */
export const routeOf = (request: S3Request): string =>
  `${request.method} ${resourceOf(request)}${selectorOf(request)}`;
