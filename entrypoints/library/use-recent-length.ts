import { useEffect, useState } from 'react';
import { listening, recentLengths } from '@/lib/wire-spoken';

/** Seconds that a clip of what was just said has, and how to choose another length. */
export function useRecentLength(): readonly [number, (seconds: number) => void] {
  const [chosen, setChosen] = useState<number>(30);
  useEffect(() => {
    void listening.recentSeconds().then(setChosen);
  }, []);
  const choose = (seconds: number) => {
    const length = recentLengths.find((each) => each === seconds);
    if (length === undefined) return;
    setChosen(length);
    void listening.setRecentSeconds(length);
  };
  return [chosen, choose];
}
