from gen.python import delivery_error, shop_error

print(shop_error.CARD_DECLINED, delivery_error.NOBODY_HOME)
