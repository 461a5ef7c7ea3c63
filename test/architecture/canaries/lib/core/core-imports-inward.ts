import '../storage/target';
