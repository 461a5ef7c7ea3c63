import '@/lib/browser/target';
