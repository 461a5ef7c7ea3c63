import '@/lib/storage/target';
