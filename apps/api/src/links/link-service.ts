import {
  type CreatedLink,
  type CreateLink,
  type Disposition,
  type Download,
  type Link,
  type LinkList,
  maximumPageSize,
  type OpenedLink,
} from '@share-my-files/contract';
import { v7 as newId } from 'uuid';
import type { CheckOwners } from '#account/owner-check-service.ts';
import type { Database, Executor } from '#db/database.ts';
import type { Actor } from '#db/item-access.ts';
import { conflict, limitReached, notFound, wrongKind } from '#errors.ts';
import { type ActorFor, authorize, authorizeForUpdate } from '#files/access-service.ts';
import type { ObjectStorage } from '#storage/object-storage.ts';
import { deleteDeadLinks, insertLink, listLiveLinks, revokeLink } from './link-repository.ts';
import { createLinkSecret, hashLinkSecret } from './link-secret.ts';
import { countDownload, findOpenLink, findOwnerToCheck } from './link-secret-repository.ts';

type LinkServiceDependencies = {
  database: Database;
  objects: Pick<ObjectStorage, 'signDownload'>;
  actorFor: ActorFor;
  checkOwners: CheckOwners;
};

type LinkRow = Awaited<ReturnType<typeof listLiveLinks>>[number];

export type LinkService = ReturnType<typeof createLinkService>;

const toLink = ({ createdAt, expiresAt, ...link }: LinkRow): Link => ({
  ...link,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
});

// The list of links is a single page. Deletes dead links, because permanently deleting a file deletes its links in one
// transaction, and a transaction of Aurora DSQL changes at most 3,000 rows.
// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/CHAP_quotas.html
const requireRoomForLink = async (tx: Executor, actor: Actor, itemId: string): Promise<void> => {
  await deleteDeadLinks(tx, actor, itemId);
  if ((await listLiveLinks(tx, actor, itemId)).length < maximumPageSize) return;
  throw limitReached(`A file can have up to ${maximumPageSize} public links. Revoke one first.`);
};

export const createLinkService = ({ database, objects, actorFor, checkOwners }: LinkServiceDependencies) => {
  const requireOpenLink = async (secret: string) => {
    const secretHash = hashLinkSecret(secret);
    const owner = await findOwnerToCheck(database.queries, secretHash);
    if (owner !== undefined) await checkOwners([owner]);
    const opened = await findOpenLink(database.queries, secretHash);
    if (opened === undefined) throw notFound();
    return opened;
  };

  return {
    listLinks: async (userId: string, itemId: string): Promise<LinkList> => {
      const actor = actorFor(userId, 'listLinks');
      await authorize(database.queries, actor, itemId);
      return { links: (await listLiveLinks(database.queries, actor, itemId)).map(toLink) };
    },

    /** Returns the secret, which is never returned again. */
    createLink: async (userId: string, itemId: string, input: CreateLink): Promise<CreatedLink> => {
      const actor = actorFor(userId, 'createLink');
      const secret = createLinkSecret();
      const link = await database.transaction(async (tx) => {
        const item = await authorizeForUpdate(tx, actor, itemId);
        if (item.kind === 'folder') throw wrongKind('A folder cannot have a public link.');
        if (item.trashedAt !== null) throw conflict('Restore the file from the trash first.');
        await requireRoomForLink(tx, actor, itemId);
        return await insertLink(tx, { id: newId(), itemId, secretHash: hashLinkSecret(secret), ...input });
      });
      return { link: toLink(link), secret };
    },

    revokeLink: async (userId: string, linkId: string): Promise<void> => {
      const actor = actorFor(userId, 'revokeLink');
      const isRevoked = await database.transaction((tx) => revokeLink(tx, actor, linkId));
      if (!isRevoked) throw notFound();
    },

    /** Does not count as a download, because previews and reloads open a link as well. */
    openLink: async (secret: string): Promise<OpenedLink> => {
      const { objectKey, expiresAt, ...file } = await requireOpenLink(secret);
      return { ...file, expiresAt: expiresAt?.toISOString() ?? null };
    },

    /** Signs before it counts, so that a failure to sign is not counted and an uncounted URL is not returned. */
    downloadLink: async (secret: string, disposition: Disposition): Promise<Download> => {
      const download = await objects.signDownload(await requireOpenLink(secret), disposition);
      const isCounted = await database.transaction((tx) => countDownload(tx, hashLinkSecret(secret)));
      if (!isCounted) throw notFound();
      return download;
    },
  };
};
