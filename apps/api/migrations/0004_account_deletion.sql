ALTER TABLE "users" ADD COLUMN "deleting_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "users_deleting_index" ON "users" USING btree ("deleting_at");