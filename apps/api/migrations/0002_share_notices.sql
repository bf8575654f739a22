CREATE TABLE "share_notices" (
	"owner_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"email" text NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_notices_owner_id_item_id_email_pk" PRIMARY KEY("owner_id","item_id","email")
);
--> statement-breakpoint
ALTER TABLE "share_notices" ADD CONSTRAINT "share_notices_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;