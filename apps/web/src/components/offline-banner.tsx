import WifiOff from 'lucide-react/icons/wifi-off';
import { useOnline } from '#lib/use-online.ts';
import './offline-banner.css';

export const OfflineBanner = () => {
  const isOnline = useOnline();
  return (
    <div aria-live="polite">
      {!isOnline && (
        <p className="offline-banner">
          <WifiOff size={16} aria-hidden="true" />
          You are offline. Loading and uploading resume when the connection is back.
        </p>
      )}
    </div>
  );
};
