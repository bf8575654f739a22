import type { PoolSettings } from '../settings/pool-settings.ts';
import type { DeviceOfSignIn } from '../sign-in/complete-sign-in.ts';
import { createDeviceMetadata } from './device-keys.ts';
import type { Devices } from './devices.ts';

/** Binds the tokens of a sign-in to the device that it came from, or to a new one that can be confirmed. */
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
