import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { expect, onTestFinished, test } from 'vitest';
import { isCreated } from './is-created.ts';

/** Asks an endpoint that responds like CloudFormation. */
const ask = async (status: number, body: string) => {
  const server = createServer((_request, response) => response.writeHead(status).end(body)).listen(0);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new CloudFormationClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  return isCreated(client, 'ShareMyFiles-production');
};

const stackIn = (status: string) =>
  '<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks>' +
  `<member><StackName>s</StackName><StackStatus>${status}</StackStatus></member>` +
  '</Stacks></DescribeStacksResult></DescribeStacksResponse>';

const rejection = (code: string, message: string) =>
  '<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>' +
  `<Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

test.each([
  ['CREATE_COMPLETE', true],
  ['UPDATE_ROLLBACK_COMPLETE', true],
  ['ROLLBACK_COMPLETE', false],
  ['ROLLBACK_FAILED', false],
  ['REVIEW_IN_PROGRESS', false],
])('a stack in %s has been created: %s', async (status, expected) => {
  expect(await ask(200, stackIn(status))).toBe(expected);
});

test('a missing stack has not been created', async () => {
  const missing = rejection('ValidationError', 'Stack with id ShareMyFiles-production does not exist');

  expect(await ask(400, missing)).toBe(false);
});

test('any other rejection fails, because it must not remove a protection', async () => {
  await expect(ask(403, rejection('AccessDenied', 'not authorized'))).rejects.toThrow('not authorized');
});
