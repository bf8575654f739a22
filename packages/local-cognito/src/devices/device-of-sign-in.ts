import type { PoolSettings } from '../settings/pool-settings.ts';
import type { DeviceOfSignIn } from '../sign-in/complete-sign-in.ts';
import { createDeviceMetadata } from './device-keys.ts';
import type { Devices } from './devices.ts';

/** Binds the tokens of a sign-in to its device, or to a new one that the client can confirm. */
export const createDeviceOfSignIn =
  ({ settings, devices }: { settings: PoolSettings; devices: Devices }): DeviceOfSignIn =>
  ({ deviceKey }, { sub }) => {
    if (settings.deviceConfiguration === undefined) return undefined;
    if (deviceKey !== undefined && devices.find(deviceKey)?.sub === sub) {
      devices.recordSignIn(deviceKey);
      return { deviceKey };
    }
    const newDevice = createDeviceMetadata(settings.region);
    return { deviceKey: newDevice.DeviceKey, newDevice };
  };
