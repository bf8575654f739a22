import { z } from 'zod';
import { readBody } from '../http/read-body.ts';
import type { Route } from '../http/route.ts';
import { sendJson } from '../http/send.ts';
import type { Mailbox } from './mailbox.ts';

const MAXIMUM_BODY_BYTES = 1_048_576;

const contentSchema = z.object({ Data: z.string() });

const requestSchema = z.object({
  Destination: z.object({
    ToAddresses: z.array(z.string().min(1)).default([]),
    CcAddresses: z.array(z.string().min(1)).default([]),
    BccAddresses: z.array(z.string().min(1)).default([]),
  }),
  Content: z.object({
    Simple: z.object({ Subject: contentSchema, Body: z.object({ Text: contentSchema }) }),
  }),
});

const parse = (body: Buffer | undefined) => {
  try {
    return requestSchema.safeParse(JSON.parse(body?.toString('utf8') ?? '')).data;
  } catch {
    // Invalid JSON gets the same response as invalid fields.
    return undefined;
  }
};

const bareAddress = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;

/**
 * SendEmail of the Amazon SES API v2 for messages with simple text content. The app's own mail arrives in the
 * same mailbox as the pool's.
 */
export const createOutboundEmailRoute = (mailbox: Mailbox): Route => ({
  method: 'POST',
  path: '/v2/email/outbound-emails',
  sameOriginOnly: true,
  handle: async (request, response) => {
    const email = parse(await readBody(request, MAXIMUM_BODY_BYTES));
    const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = email?.Destination ?? {};
    const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses].map(bareAddress);
    if (email === undefined || recipients.length === 0) {
      const message = 'Send Destination and Content.Simple with a Subject and a Text body.';
      sendJson(response, 400, { message }, { 'x-amzn-errortype': 'BadRequestException' });
      return;
    }
    const { Subject, Body } = email.Content.Simple;
    const [id] = recipients.map((to) => mailbox.deliver({ to, subject: Subject.Data, text: Body.Text.Data }));
    sendJson(response, 200, { MessageId: id });
  },
});
