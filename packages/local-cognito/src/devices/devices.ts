import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { deviceNotFound } from '../errors.ts';
import type { PasswordVerifier } from '../srp/password-verifier.ts';
import { type Page, type PageRequest, readPage } from '../store/page.ts';

const hexadecimal = z.string().transform((digits) => BigInt(`0x${digits}`));

const rowSchema = z
  .object({
    device_key: z.string(),
    sub: z.string(),
    name: z.string().nullable(),
    salt: hexadecimal,
    verifier: hexadecimal,
    is_remembered: z.literal([0, 1]),
    created_at: z.int(),
    modified_at: z.int(),
    authenticated_at: z.int(),
  })
  .transform((row) => ({
    deviceKey: row.device_key,
    sub: row.sub,
    name: row.name,
    verifier: { salt: row.salt, verifier: row.verifier },
    isRemembered: row.is_remembered === 1,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    authenticatedAt: row.authenticated_at,
  }));

/** A confirmed device. Only a remembered one can authenticate at a sign-in. Times are in milliseconds. */
export type Device = z.output<typeof rowSchema>;

/** The data of a confirmation. */
export type NewDevice = Pick<Device, 'deviceKey' | 'sub' | 'name' | 'isRemembered'> & {
  verifier: PasswordVerifier;
};

/** The confirmed devices of the pool's users. */
export type Devices = ReturnType<typeof createDevices>;

/** Stores devices in the database. They are deleted with their user. */
export const createDevices = (database: DatabaseSync, now: () => number) => {
  const select = database.prepare('SELECT * FROM devices WHERE device_key = ?');
  const insert = database.prepare('INSERT INTO devices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const list = database.prepare(
    'SELECT * FROM devices WHERE sub = ? AND device_key > ? ORDER BY device_key LIMIT ?',
  );
  const remember = database.prepare(
    'UPDATE devices SET is_remembered = ?, modified_at = ? WHERE device_key = ?',
  );
  const recordSignIn = database.prepare('UPDATE devices SET authenticated_at = ? WHERE device_key = ?');
  const remove = database.prepare('DELETE FROM devices WHERE device_key = ?');

  const find = (deviceKey: string): Device | undefined => {
    const row = select.get(deviceKey);
    return row === undefined ? undefined : rowSchema.parse(row);
  };

  return {
    find,
    /** Throws ResourceNotFoundException with the message that makes clients forget the device. */
    getOf: (sub: string, deviceKey: string): Device => {
      const device = find(deviceKey);
      if (device?.sub !== sub) throw deviceNotFound();
      return device;
    },
    insert: ({ deviceKey, sub, name, isRemembered, verifier }: NewDevice) => {
      const [salt, exponential] = [verifier.salt.toString(16), verifier.verifier.toString(16)];
      const time = now();
      insert.run(deviceKey, sub, name, salt, exponential, isRemembered ? 1 : 0, time, time, time);
    },
    listOf: (sub: string, request: PageRequest): Page<Device> =>
      readPage(
        request,
        ({ deviceKey }) => deviceKey,
        (after, limit) => z.array(rowSchema).parse(list.all(sub, after, limit)),
      ),
    setRemembered: (deviceKey: string, isRemembered: boolean) => {
      remember.run(isRemembered ? 1 : 0, now(), deviceKey);
    },
    recordSignIn: (deviceKey: string) => {
      recordSignIn.run(now(), deviceKey);
    },
    remove: (deviceKey: string) => {
      remove.run(deviceKey);
    },
  };
};
