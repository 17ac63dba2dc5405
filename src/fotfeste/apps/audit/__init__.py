"""The log: every look and every act, chained so that nothing can be taken out of it unseen."""
