import { createHash, randomUUID } from 'node:crypto';
import type { NewDeviceMetadata } from '../sign-in/auth-flow.ts';

const GROUP_KEY_LENGTH = 8;

/**
 * Returns the name that replaces the pool's in the SRP exchange of a device. It is public and derived from
 * the device key, so that unconfirmed devices need no storage.
 */
export const deviceGroupKeyOf = (deviceKey: string): string =>
  `-${createHash('sha256').update(deviceKey).digest('base64url').slice(0, GROUP_KEY_LENGTH)}`;

/** Creates the metadata of a new device. */
export const createDeviceMetadata = (region: string): NewDeviceMetadata => {
  const DeviceKey = `${region}_${randomUUID()}`;
  return { DeviceKey, DeviceGroupKey: deviceGroupKeyOf(DeviceKey) };
};
