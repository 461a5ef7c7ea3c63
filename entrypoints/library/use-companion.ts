import { useEffect, useState } from 'react';
import type { CompanionReach } from '@/lib/actions/companion-ports';
import { companionSites } from '@/lib/wire-companion';

/** Where the companion may be, as it stands now; undefined until the browser has said. */
export function useCompanion(): CompanionReach | undefined {
  const [reach, setReach] = useState<CompanionReach>();
  useEffect(() => {
    let isGone = false;
    const read = () => {
      void companionSites.reach().then((now) => {
        if (!isGone) setReach(now);
      });
    };
    read();
    const end = companionSites.watch(read);
    return () => {
      isGone = true;
      end();
    };
  }, []);
  return reach;
}
