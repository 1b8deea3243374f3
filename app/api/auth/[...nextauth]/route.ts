import { handleAuth } from '@/lib/auth/next-auth-route';

// Public: signing in and out, and asking who is signed in.
export { handleAuth as GET, handleAuth as POST };
