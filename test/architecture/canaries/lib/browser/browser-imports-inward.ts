import '@/lib/page/target';
