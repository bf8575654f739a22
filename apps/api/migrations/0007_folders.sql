ALTER TABLE "items" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "place_key" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "uploader_id" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "name_conflict" text;--> statement-breakpoint
CREATE INDEX "items_parent_index" ON "items" USING btree ("owner_id","parent_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "items_place_index" ON "items" USING btree ("place_key");--> statement-breakpoint
CREATE INDEX "uploads_uploader_index" ON "uploads" USING btree ("uploader_id","id");